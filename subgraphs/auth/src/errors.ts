import { conflict, ServiceError } from '@customerai/service';

/** The same for an unknown address, a wrong password and a disabled person: it must not tell who has an account. */
export const wrongCredentials = () => new ServiceError('UNAUTHENTICATED', 'E-mail and password do not match, or the account is disabled.');

export const sessionOver = () => new ServiceError('UNAUTHENTICATED', 'This refresh token does not work any more. Sign in again.');

export const tooManyAttempts = (retryAfter: number) =>
  new ServiceError('RATE_LIMITED', `Too many failed attempts for this account. Try again in ${retryAfter} s.`, { retryAfter });

export const signInBusy = () => new ServiceError('RATE_LIMITED', 'Too many sign-ins at this moment. Try again in a second.', { retryAfter: 1 });

export const emailTaken = () => conflict('There is already a user with this e-mail address.');

export const lastAdmin = () => conflict('This is the last admin of the tenant. Give another active user the role ADMIN first.');
