// Front door (server): from the interim result to the official one.
export { announceDraw } from "./commands/announce-draw.server.ts";
export type { AnnounceDrawInput } from "./commands/announce-draw.input.ts";
export { recordDraw } from "./commands/record-draw.server.ts";
export type { RecordDrawInput } from "./commands/record-draw.input.ts";
export { assembleEvidence } from "./commands/assemble-evidence.server.ts";
export { proclaimResult } from "./commands/proclaim-result.server.ts";
export { recordAbsence } from "./commands/record-absence.server.ts";
export type { RecordAbsenceInput } from "./commands/record-absence.input.ts";
export { recordTie } from "./commands/record-tie.server.ts";
export type { RecordTieInput } from "./commands/record-tie.input.ts";
export { signConformity } from "./commands/sign-conformity.server.ts";
export { anchorProclamations } from "./jobs/anchor-proclamations.server.ts";
export { assembleDueEvidence } from "./jobs/assemble-due-evidence.server.ts";
export { readBundle } from "./queries/bundle.server.ts";
export { certificateProgress, certificateWorkOf, findCertificate } from "./queries/certificate.server.ts";
export { listOfficialElections } from "./queries/official-elections.server.ts";
export type { CertificateView } from "./queries/certificate.server.ts";
