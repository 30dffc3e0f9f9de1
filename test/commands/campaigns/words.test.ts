// What the mails of an election say before any leaves: the previews of those that leave by themselves, and the date that a mail is about.
import { expect, test } from "vitest";
import { expectOk } from "#app/lib/result/index.ts";
import { composeNotice, partsOf } from "#app/modules/campaigns/commands/compose-notice.server.ts";
import { inventedReader } from "#app/modules/campaigns/domain/mail-groups.ts";
import { defaultTexts } from "#app/modules/campaigns/queries/texts.server.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import { ownMails } from "#app/modules/elections/domain/own-mails.ts";
import { findElection, setCalendar } from "#app/modules/elections/index.server.ts";
import { previewOwnMail } from "#app/modules/elections/queries/own-mail-preview.server.ts";
import { languages } from "#app/platform/language/languages.ts";
import { anElection } from "#test/factories/elections.ts";
import { deliverPost } from "#test/factories/post.ts";
import { describeOnEachDatabase } from "#test/setup/databases.ts";

describeOnEachDatabase(
  "the words of mails",
  (given) => {
    test("every mail that leaves by itself can be read before, in each language, with the election's dates and nobody's code", async () => {
      const election = await (await anElection(given)).sealed();
      const view = (await findElection(given.context(), election.electionId))!;
      for (const mail of ownMails) {
        const read = await Promise.all(
          languages.map((language) => previewOwnMail(given.context(), view, { mail, language })),
        );
        expect(new Set(read.map(({ subject, text }) => subject + text)).size).toBe(languages.length);
        for (const { html } of read) {
          expect(html).toContain("Rosa Ejemplo");
          for (const { email } of election.voters) expect(html).not.toContain(email);
        }
      }
    });

    test("the preview of the mail with the code is the mail that a voter gets, but for whom it is to and her code", async () => {
      const election = await (await anElection(given, { weights: [3] })).sealed();
      const view = (await findElection(given.context(), election.electionId))!;
      const [real] = (await deliverPost(given)).filter(({ text }) => text.includes(election.codeOf(0).code));
      const { contactLanguage, contactName, organizationName } = await given.database.rollEntry.findFirstOrThrow();
      const language = languages.find((one) => one === contactLanguage)!;
      const { text } = await previewOwnMail(given.context(), view, { mail: "voting-code", language });
      const { code } = election.codeOf(0);
      const likeIt = (real?.text ?? "")
        .replaceAll(/\S+#code=\S+/g, "LINK")
        .replaceAll(code, "CODE")
        .toUpperCase()
        .replaceAll(contactName.toUpperCase(), "ROSA EJEMPLO")
        .replaceAll(organizationName.toUpperCase(), "RED EJEMPLO");
      const shown = text.replaceAll(/\S+#code=\S+/g, "LINK").replaceAll(/X{3,6}(-X{3,6})+/g, "CODE");
      expect(shown.toUpperCase()).toBe(likeIt);
    });

    test("a mail about a time for claims names the end of that time, the roll's or the result's", async () => {
      const election = await anElection(given);
      const { electionId } = election;
      const stages = proposeStages("electoral-commission", new Date("2026-05-21T18:00:00Z"));
      expectOk(await setCalendar(election.as(election.staff), { electionId, stages }));
      const view = (await findElection(given.context(), electionId))!;
      const said = async (kind: "claims-window" | "result-claims") => {
        const parts = await partsOf(given.context(), { election: view, kind, texts: await defaultTexts(kind) });
        return JSON.stringify(composeNotice(given.context(), parts, [inventedReader("Rosa", "en")], "en"));
      };
      expect(await said("claims-window")).toContain("9 May 2026, 18:00 UTC");
      const aboutResult = await said("result-claims");
      expect(aboutResult).toContain("30 May 2026, 18:00 UTC");
      expect(aboutResult).toContain(`/elections/${electionId}/claims`);
    });
  },
  { on: "sqlite" },
);
