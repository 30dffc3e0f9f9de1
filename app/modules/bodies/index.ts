// Front door for the browser: the rules of a body, who holds office, and whom the caps bar.
export type { BodyRules, BodyRulesVersion } from "./domain/rules.ts";
export { bodyRulesDocument } from "./domain/rules.ts";
export type { OfficeHolder } from "./domain/office-holder.ts";
export { readStayingHolders, readStayingMembers } from "./domain/frozen-staying.ts";
export { isSamePerson, personKey, termsBeginOn } from "./domain/office-holder.ts";
export { dayPlus, isDay, lastDayOfTerm } from "./domain/day.ts";
export type { BarredCitizenship, BarredEmployerGroup, CapLine } from "./domain/barred.ts";
export { barredCitizenships, barredEmployerGroups, citizenshipLines, employerLines } from "./domain/barred.ts";
export type { Body } from "./domain/default-bodies.ts";
export * from "./links.ts";
