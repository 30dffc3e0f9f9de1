// Front door (server): the mails of an election's stages.
export { cancelCampaign } from "./commands/cancel-campaign.server.ts";
export { planCampaign } from "./commands/plan-campaign.server.ts";
export type { PlanCampaignInput, PlanCampaignRefusal } from "./commands/plan-campaign.server.ts";
export { proposeCampaign, sendCampaignAct } from "./commands/propose-campaign.server.ts";
export { writeTexts } from "./commands/write-texts.server.ts";
export { deliverDueCampaigns } from "./jobs/deliver-due-campaigns.server.ts";
export { campaignMailSubjects } from "./queries/mail-subjects.server.ts";
export { findCampaign, listCampaigns } from "./queries/campaigns.server.ts";
export type { CampaignProgress, KeptCampaign } from "./queries/campaigns.server.ts";
export { proofOf } from "./queries/proof.server.ts";
export { eraseRecipients } from "./commands/erase-recipients.server.ts";
export { sendTestMail } from "./commands/send-test-mail.server.ts";
