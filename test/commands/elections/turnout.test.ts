// Turnout tells numbers and no organisation: break-downs pass the guard, or are not shown at all.
import { expect, test } from "vitest";
import { findTurnout, findWeightSecrecy } from "#app/modules/elections/index.server.ts";
import { anElection } from "../../factories/elections.ts";
import { aVisitor } from "../../setup/actors.ts";
import { writingDown } from "../../setup/questions-asked.ts";
import { describeOnEachDatabase } from "../../setup/databases.ts";

describeOnEachDatabase("turnout", (given) => {
  const close = (id: string) =>
    given.database.election.update({ where: { id }, data: { closedAt: given.clock.now() } });

  // Requirement: CM 19, CM 24, CM 26
  test("a small roll shows how many voted, and no break-down by weight or country, to anybody", async () => {
    const election = await (await anElection(given, { weights: [1, 1, 1, 7] })).frozen();
    const { electionId } = election;
    await close(electionId);
    const [first] = await given.database.rollEntry.findMany({ where: { electionId, votes: 7 } });
    await given.database.rollEntry.update({
      where: { id: first?.id ?? "" },
      data: { hasVoted: true, lastVotedOn: "2026-03-11" },
    });
    for (const context of [given.context({ actor: aVisitor }), election.as(election.staff)]) {
      const turnout = await findTurnout(context, electionId);
      expect(turnout).toEqual({
        entitled: { organizations: 4, votes: 10 },
        voted: { organizations: 1, votes: 7 },
        days: [],
        byWeight: { isShown: false, reason: "too-small" },
        byCountry: { isShown: false, reason: "too-small" },
      });
    }
  });

  // Requirement: CM 26
  test("the desks are warned before the box is sealed when weights could reveal a vote", async () => {
    const { electionId } = await (await anElection(given, { weights: [1, 1, 1, 7] })).frozen();
    const { classes, warnings } = await findWeightSecrecy(given.context(), electionId);
    expect(classes).toEqual([
      { weight: 1, voters: 3 },
      { weight: 7, voters: 1 },
    ]);
    expect(warnings.map(({ kind }) => kind)).toContain("unique-weight");
    expect(warnings.map(({ kind }) => kind)).toContain("choice-guessed");
  });

  // Requirement: CM 26
  test("large classes are shown once nobody can vote any more, small ones only together", async () => {
    const weights = [...Array<number>(12).fill(1), ...Array<number>(9).fill(2), 3, 4, 4, 5, 5, 5];
    const { electionId } = await (await anElection(given, { weights })).frozen();
    for (const votes of [1, 2, 4, 5]) {
      const rows = await given.database.rollEntry.findMany({ where: { electionId, votes } });
      const ids = rows.slice(0, Math.ceil(rows.length / 2)).map(({ id }) => id);
      await given.database.rollEntry.updateMany({
        where: { id: { in: ids } },
        data: { hasVoted: true, lastVotedOn: "2026-03-11" },
      });
    }
    const asked = writingDown(given.context());
    const open = await findTurnout(asked.context, electionId);
    // Why: the page is visited by thousands while thousands stand on the roll; the database counts.
    expect(asked.questions.map(({ what }) => what)).not.toContain("RollEntry.findMany");
    expect([open.byWeight, open.byCountry]).toEqual([
      { isShown: false, reason: "still-open" },
      { isShown: false, reason: "still-open" },
    ]);
    await close(electionId);
    const { byWeight, days } = await findTurnout(given.context(), electionId);
    expect(byWeight).toEqual({
      isShown: true,
      breakdown: {
        classes: [
          { key: "1", entitled: 12, voted: 6 },
          { key: "2", entitled: 9, voted: 5 },
        ],
        others: { classes: 3, entitled: 6, voted: 3 },
      },
    });
    expect(days).toEqual([{ from: "2026-03-11", until: "2026-03-11", organizations: 14 }]);
  });
});
