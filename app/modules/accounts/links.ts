// The addresses of this module's pages.

/** The sign-in page, which leads on to `next`. */
export function linkToSignIn(next?: string): string {
  return withNext("/sign-in", next);
}

/** The second step of signing in. */
export function linkToSecondStep(next?: string): string {
  return withNext("/sign-in/code", next);
}

/** Where a password is replaced. */
export function linkToChangePassword(next?: string): string {
  return withNext("/change-password", next);
}

/** Where a person proves again who sits before the browser. */
export function linkToStepUp(next?: string): string {
  return withNext("/step-up", next);
}

/** Where a forgotten password begins. */
export function linkToForgottenPassword(): string {
  return "/forgotten-password";
}

/** The link of a mail with which a password is chosen. Security: no browser sends what stands behind the "#", so no server's log has it. */
export function linkToResetPassword(token: string): string {
  return `/reset-password#token=${token}`;
}

/** Where the page of that link asks for whom it is. */
export function linkToWhoseReset(): string {
  return "/reset-password/whose";
}

export function linkToProfile(): string {
  return "/my/profile";
}

/** Where the e-mail address is changed. */
export function linkToEmail(): string {
  return "/my/profile/email";
}

export function linkToSessions(): string {
  return "/my/sessions";
}

export function linkToSecondFactor(): string {
  return "/my/second-factor";
}

/** The same, where the page `next` needs it first. */
export function linkToRequiredSecondFactor(next: string): string {
  return `/my/second-factor?required=yes&next=${encodeURIComponent(next)}`;
}

function withNext(path: string, next: string | undefined): string {
  return next === undefined || next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`;
}
