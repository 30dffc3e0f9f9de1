// Each stage at which members may or must do something, or learn something, has a mail that goes with it, when there is still time.
import { expect, test } from "vitest";
import type { StageKind } from "#app/modules/calendars/index.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import { defaultTexts } from "../queries/texts.server.ts";
import type { CampaignKind } from "./campaign-kinds.ts";
import { campaignKinds } from "./campaign-kinds.ts";
import { checkTexts } from "./mail-text.ts";
import { instantOf } from "./schedule.ts";

const opensAt = new Date("2026-05-21T18:00:00Z");
const stages = proposeStages("board", opensAt);
const stageOf = (kind: StageKind) => stages.find((stage) => stage.kind === kind)!;
const closesAt = stageOf("voting").closesAt!;
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000);

test("every mail of a stage leaves with it, or before it begins or ends", () => {
  const expected: Record<Exclude<CampaignKind, "free-notice">, Date> = {
    "call-opened": stageOf("call").opensAt,
    "nominations-closing": daysBefore(stageOf("nominations").closesAt!, 2),
    "roll-published": stageOf("roll-publication").opensAt,
    "claims-window": stageOf("roll-claims").opensAt,
    "candidates-published": stageOf("candidates-publication").opensAt,
    "voting-opens-soon": daysBefore(opensAt, 2),
    "voting-reminder": new Date((opensAt.getTime() + closesAt.getTime()) / 2),
    "closing-soon": daysBefore(closesAt, 1),
    "interim-result": stageOf("interim-result").opensAt,
    "result-claims": stageOf("result-claims").opensAt,
    "official-result": stageOf("official-result").opensAt,
  };
  const found = campaignKinds.map((kind) => [kind, instantOf(kind, { stages, opensAt, closesAt })]);
  expect(Object.fromEntries(found)).toEqual({ ...expected, "free-notice": undefined });
});

test("without a calendar only the mails about voting have a moment", () => {
  const found = campaignKinds.filter((kind) => instantOf(kind, { stages: [], opensAt, closesAt }) !== undefined);
  expect(found).toEqual(["voting-opens-soon", "voting-reminder", "closing-soon"]);
});

test.each(campaignKinds)("the words that %s comes with are whole in the three languages", async (kind) => {
  const texts = await defaultTexts(kind);
  expect(checkTexts(texts, "https://plenaria.example").ok).toBe(true);
  expect(new Set(Object.values(texts).map(({ body }) => body)).size).toBe(3);
});
