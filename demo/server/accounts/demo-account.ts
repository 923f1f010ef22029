/** The account that every fresh demo has. Printed at the start; not a secret. */
export const DEMO_ACCOUNT = {
  email: 'profiklant@voorbeeld.nl',
  name: 'Profi Klant',
  password: 'welkom-bij-profi',
} as const;
