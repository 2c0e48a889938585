export { type Installation, type OpenInstallationOptions, openInstallation } from './open.ts';
