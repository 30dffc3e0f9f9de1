// How long things of an account live. Source: ASVS 5.0 §7.3, §6.5.5; NIST SP 800-63B.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A session that nobody used for so long is over. Why twelve hours: an election day is worked through. */
export const sessionIdleMs = 12 * hour;
/** A session is over after this, however busy it was. */
export const sessionLifeMs = 7 * day;
/** How long a fresh proof of who sits before the browser is believed for sensitive acts. */
export const stepUpMs = 15 * minute;
/** How long the proof at the booth's door suffices to cast: nobody is hurried. Source: CM/Rec(2017)5 no. 12 (not under 20 minutes). */
export const castingProofMs = hour;
/** How long after the password the second factor may be given. */
export const secondFactorWaitMs = 10 * minute;
/** How long a link to replace a forgotten password works. */
export const passwordResetMs = 30 * minute;
/** How long the link of a first invitation works. */
export const invitationMs = 7 * day;
/** How long a browser that signed in once is remembered, in seconds. */
export const deviceCookieSeconds = (180 * day) / 1000;
/** The last use of a session is written at most this often. */
export const lastSeenPrecisionMs = minute;
