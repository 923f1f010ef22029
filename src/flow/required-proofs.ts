import type { MfaError, StepUpProof } from '../backend/mfa-error.js';

/** The proofs that a `step-up-required` asks for; the password where the server does not say. */
export const requiredProofs = ({ facts }: MfaError): readonly StepUpProof[] =>
  facts.stepUp ?? ['password'];
