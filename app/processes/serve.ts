// The program behind `npm start`: migrates the database, creates the demonstration in an empty one, serves, and does what time asks for.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ServerBuild } from "@remix-run/node";
import { defaultQueryLimits } from "#app/modules/directory/index.server.ts";
import { expireProposals } from "#app/modules/approvals/index.server.ts";
import { anchorProclamations, assembleDueEvidence } from "#app/modules/certificates/index.server.ts";
import { deliverDueCampaigns } from "#app/modules/campaigns/index.server.ts";
import { ClosingByClock, dropProposedLists, tellOfDecisions } from "#app/modules/elections/index.server.ts";
import { drawMissingNetworks } from "#app/modules/resources/index.server.ts";
import { publishZones, watchDelegations } from "#app/modules/reverse-dns/index.server.ts";
import type { Ground } from "#app/platform/context.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { migrateDatabase } from "#prisma/migrate.mjs";
import type { Demonstration } from "#prisma/seed/demonstration.ts";
import { createDemonstration } from "#prisma/seed/demonstration.ts";
import { mailSubjectsOfElections } from "../mail-subjects-of-elections.server.ts";
import { followRegister } from "./follow-register.ts";
import { layGround } from "./ground.ts";
import { repeat } from "./repeat.ts";
import { erasePersonalDataDue } from "./retention.ts";
import { refuseRealDatabase, stateOfDatabase } from "./state-of-database.ts";
import { startWatch } from "./watch.ts";
import { startWeb } from "./web.ts";
import { startWhois } from "./whois.ts";

const laid = await layGround(process.env, migrateDatabase);
if (!laid.ok) {
  console.error("Plenaria does not start, because these settings are not safe or not usable:");
  for (const { variable, problem, remedy } of laid.error) console.error(`  ${variable} ${problem}. ${remedy}`);
  process.exit(2);
}
const ground = laid.value;
const { settings, database, log } = ground;
let isStopping = false;
await refuseRealDatabase(ground);
if (settings.mode === "demonstration") await introduceDemonstration(ground);
const drawn = await drawMissingNetworks(ground);
if (Object.keys(drawn).length > 0) log.info(drawn, "networks and AS numbers made of the holdings of an older database");

const mailRoom = process.env["PLENARIA_MAIL_ROOM"] === "elsewhere" ? undefined : await startMailRoomBeside();
// Why a path that is no literal: the build is made after the types are checked.
const buildPath = "../../build/server/index.js";
const following = await followRegister(ground);
// Why one: whoever asks at all doors of the directory has not three times as many questions.
const meter = new QueryMeter(defaultQueryLimits);
const whois = settings.whoisPort === 0 ? undefined : await startWhoisBeside();
const web = await startWeb(ground, (await import(buildPath)) as ServerBuild, settings.port, following.directory, meter);
const closer = new ClosingByClock(ground, () => performance.now());
const closing = repeat("closing elections that are due", 1000, log, async () => {
  for (const electionId of await closer.closeDue()) log.info({ electionId }, "an election closed");
});
const assembling = repeat("putting evidence together", 5000, log, async () => {
  for (const electionId of await assembleDueEvidence(ground)) log.info({ electionId }, "evidence put together");
  for (const electionId of await anchorProclamations(ground)) log.info({ electionId }, "a proclamation is anchored");
});
const expiring = repeat("expiring proposals", 60_000, log, async () => {
  await expireProposals(ground);
  await dropProposedLists(ground);
});
const watch = startWatch(ground);
const campaigning = repeat("queueing the mails of campaigns", 2000, log, async () => {
  while ((await deliverDueCampaigns(ground)) > 0);
  while ((await tellOfDecisions(ground, mailSubjectsOfElections)) > 0);
});
const erasing = repeat("erasing personal data that is due", 3_600_000, log, async () => {
  log.info(await erasePersonalDataDue(ground), "personal data erased");
});
const askingServers = repeat("asking the name servers of reverse zones", 600_000, log, async () => {
  const asked = await watchDelegations(ground);
  if (asked.zones > 0) log.info(asked, "name servers of reverse zones asked");
});
const publishing = repeat("publishing reverse zones", 4 * 3_600_000, log, async () => {
  const published = await publishZones(ground);
  if (published.changed > 0) log.info(published, "reverse zones published");
});

console.error(`\nPlenaria serves on ${settings.baseUrl}`);
if (whois !== undefined) console.error(`Its WHOIS answers on port ${whois.port}`);
if (settings.mode === "demonstration") console.error(`Its mail is kept in ${settings.baseUrl}/demonstration/mailbox`);

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  mailRoom?.kill("SIGTERM");
  await closing.stop();
  await assembling.stop();
  await campaigning.stop();
  await erasing.stop();
  await askingServers.stop();
  await publishing.stop();
  await expiring.stop();
  await watch.stop();
  await whois?.stop();
  await web.close();
  await following.stop();
  await database.$disconnect();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());

async function introduceDemonstration(ground: Ground): Promise<void> {
  const state = await stateOfDatabase(ground);
  if (state === "ready") return;
  if (state === "half") {
    console.error("The demonstration was cut off while it was being created. Empty its database and start again:");
    console.error(
      `  ${settings.databaseUrl.startsWith("file:") ? `rm -r ${settings.folder}` : "drop and create the database of DATABASE_URL"}`,
    );
    process.exit(2);
  }
  console.error("The database is empty: creating the demonstration organisation (half a minute at most, once) …");
  const demonstration = await createDemonstration(ground, (step) => console.error(`  ${step}`));
  console.error(introductionOf(demonstration));
}

function introductionOf({ people, trusteesFolder }: Demonstration): string {
  const lines = people.map(
    ({ userId, oneOffPassword, name, role }) => `  ${userId.padEnd(8)} ${oneOffPassword.padEnd(22)} ${name}: ${role}`,
  );
  return [
    "",
    "Who can sign in, with a password for the first time only (these lines are shown once):",
    "",
    ...lines,
    "",
    "Forgot one? npm run -s plenaria -- account reset-password USERID",
    `The trustees of the open election have their key files and passphrases in ${trusteesFolder}`,
  ].join("\n");
}

/** Why another process: it alone holds the key that opens the mails with the voting codes. Resolves when mails can be sealed to it. */
async function startMailRoomBeside() {
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", "tsx", "app/processes/mail-room.ts"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("exit", (code) => {
    if (!isStopping && code !== 0) log.error({ code }, "the mail room stopped; mails wait until it is started again");
  });
  await Promise.race([once(child, "message"), once(child, "exit")]);
  return child;
}

/** Why the rest goes on where the port is taken: an election must not wait for a directory. */
async function startWhoisBeside() {
  return startWhois(ground, following.directory, { port: settings.whoisPort, meter }).catch((error: unknown) => {
    log.error(
      { error, port: settings.whoisPort },
      "WHOIS does not answer; set PLENARIA_WHOIS_PORT to a free port, or 0",
    );
    return undefined;
  });
}
