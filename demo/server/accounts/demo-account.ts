/** The account of every new demo. It is printed at the start and not a secret. */
export const DEMO_ACCOUNT = {
  email: 'profiklant@voorbeeld.nl',
  name: 'Profi Klant',
  password: 'welkom-bij-profi',
} as const;
