/** The number of recovery codes at and below which a person is advised to generate new ones. */
export const FEW_RECOVERY_CODES = 3;
