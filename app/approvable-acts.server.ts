// Every act that one person may not do alone, on one page. A module adds its own here; the pages and the commands find it by its kind.
import { grantRoleAct } from "#app/modules/approvals/index.server.ts";
import type { ApprovableAct } from "#app/modules/approvals/index.server.ts";
import {
  addBodyAct,
  addBodyRulesAct,
  correctTermAct,
  endTermAct,
  recordTermAct,
  withdrawBodyRulesAct,
} from "#app/modules/bodies/index.server.ts";
import { sendCampaignAct } from "#app/modules/campaigns/index.server.ts";
import {
  changePublishedAct,
  dropContestOfCallAct,
  publishListAct,
  refreshStayingOfCallAct,
  setQuestionnaireAct,
} from "#app/modules/candidacies/index.server.ts";
import {
  announceDraw,
  proclaimResult,
  recordDraw,
  recordTie,
  recordAbsence,
} from "#app/modules/certificates/index.server.ts";
import { decideClaimAct } from "#app/modules/claims/index.server.ts";
import {
  assistedVoteAct,
  cancelElectionAct,
  changeDates,
  changeRollAct,
  excludeDisputedAct,
  freezeRollAct,
  importVotersAct,
  keepDisputedAct,
  mendAddressAct,
  publishCalendarAct,
  replaceTrusteeAct,
  sealAct,
  waiveRehearsalAct,
} from "#app/modules/elections/index.server.ts";
import { addRulesAct, withdrawRulesAct } from "#app/modules/membership/index.server.ts";
import { mailSubjectsOfElections } from "./mail-subjects-of-elections.server.ts";

export const approvableActs: readonly ApprovableAct[] = [
  grantRoleAct,
  addRulesAct,
  withdrawRulesAct,
  addBodyAct,
  addBodyRulesAct,
  withdrawBodyRulesAct,
  recordTermAct,
  endTermAct,
  correctTermAct,
  sealAct,
  cancelElectionAct(mailSubjectsOfElections),
  assistedVoteAct,
  keepDisputedAct,
  excludeDisputedAct,
  importVotersAct,
  freezeRollAct,
  changeRollAct,
  mendAddressAct,
  publishCalendarAct,
  changeDates,
  sendCampaignAct,
  decideClaimAct,
  publishListAct,
  changePublishedAct,
  setQuestionnaireAct,
  dropContestOfCallAct,
  refreshStayingOfCallAct,
  replaceTrusteeAct,
  waiveRehearsalAct,
  proclaimResult,
  recordTie,
  announceDraw,
  recordDraw,
  recordAbsence,
];
