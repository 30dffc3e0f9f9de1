// What the mails of an election are about in every room that writes them, on one page: who stops them, or asks to whom they went, begins here.
import { campaignMailSubjects } from "#app/modules/campaigns/index.server.ts";
import { candidacyMailSubjects } from "#app/modules/candidacies/index.server.ts";
import type { MailSubjectsOf } from "#app/modules/elections/index.server.ts";

export const mailSubjectsOfElections: readonly MailSubjectsOf[] = [campaignMailSubjects, candidacyMailSubjects];
