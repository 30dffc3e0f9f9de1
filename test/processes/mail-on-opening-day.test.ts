// Drill: on the day of the opening the mail provider is away, then refuses, then comes back; and one address in ten does not exist.
// Source: requirements.md §8.7.
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { listUnreachableVoters } from "#app/modules/elections/index.server.ts";
import { listMailsInTrouble, sendAgain, trustAddress } from "#app/modules/notifications/index.server.ts";
import { startMailRoom } from "#app/processes/mail-room.ts";
import { anElection } from "../factories/elections.ts";
import { describeOnEachDatabase } from "../setup/databases.ts";

const voters = 10;

/** A port at which nobody listens yet. */
async function aPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A mail server that does what it is told. */
async function startProvider(port: number) {
  const provider = { isRefusing: true, unknown: new Set<string>(), mails: [] as { to: string; text: string }[] };
  const refusal = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onMailFrom: (_address, _session, done) => done(provider.isRefusing ? refusal("too busy", 451) : null),
    onRcptTo: ({ address }, _session, done) =>
      done(provider.unknown.has(address) ? refusal("no such mailbox", 550) : null),
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        void PostalMime.parse(Buffer.concat(pieces)).then(({ text = "" }) => {
          provider.mails.push({ to: envelope.rcptTo[0]?.address ?? "", text });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { ...provider, of: provider, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

describeOnEachDatabase(
  "the mail on opening day",
  (given) => {
    // Requirement: L13, C5
    test("every voting code leaves once when the provider is back, and who has no mailbox is seen and helped", async () => {
      const election = await (await anElection(given, { weights: Array<number>(voters).fill(1) })).sealed();
      const { electionId } = election;
      const context = given.context();
      const template = "elections/voting-code";
      const inState = (state: string) => given.database.outgoingMail.count({ where: { template, state } });
      const inTrouble = async () =>
        (await listMailsInTrouble(context, { subject: { type: "election", id: electionId } })).filter(
          (mail) => mail.template === template,
        );
      const later = (minutes: number) => given.clock.set(new Date(given.clock.now().getTime() + minutes * 60_000));
      const tried = (times: number) =>
        expect
          .poll(
            () =>
              given.database.outgoingMail.count({ where: { template, state: "waiting", attempts: { gte: times } } }),
            {
              timeout: 30_000,
            },
          )
          .toBe(voters);
      const port = await aPort();
      const room = await startMailRoom(context, {
        folder: given.settings.folder,
        smtpUrl: `smtp://127.0.0.1:${port}`,
        restMs: 20,
      });
      await tried(1);
      const { of: provider, stop } = await startProvider(port);
      for (const voter of [3]) provider.unknown.add(election.voters[voter]!.email);
      later(60);
      await tried(2);
      expect(provider.mails).toEqual([]);
      expect((await inTrouble())[0]).toMatchObject({
        state: "waiting",
        reason: expect.stringContaining("too busy") as string,
      });
      provider.isRefusing = false;
      later(12 * 60);
      await expect.poll(() => inState("sent"), { timeout: 30_000 }).toBe(voters - 1);
      await expect.poll(() => inState("failed"), { timeout: 30_000 }).toBe(1);
      const unreachable = await listUnreachableVoters(election.as(election.commission[0]!), electionId);
      expect(unreachable.voters.map(({ address }) => address).sort()).toEqual([...provider.unknown].sort());
      expect(unreachable).toMatchObject({
        isAccepted: false,
        voters: [{ reason: expect.stringContaining("550") as string }],
      });
      for (const { id, toAddress } of await inTrouble()) {
        provider.unknown.delete(toAddress ?? "");
        await trustAddress(election.as(election.staff), toAddress ?? "");
        expectOk(await sendAgain(context, id));
      }
      await expect.poll(() => inState("sent"), { timeout: 30_000 }).toBe(voters);
      await room.stop();
      await stop();
      const codes = election.voters.map(({ email }, voter) => ({ email, code: election.codeOf(voter).code }));
      for (const { email, code } of codes) {
        const own = provider.mails.filter(({ to }) => to === email);
        expect(own.map(({ text }) => text.includes(code))).toEqual([true]);
      }
    });
  },
  { on: "sqlite" },
);
