// The browser remembers the last checkpoint that it saw and checks that the log still continues it. What does not is shouted.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "#app/ui/panel.tsx";
import type { LogVerdict, Remembered } from "../domain/log-memory.ts";
import { checkpointOf, judgeLog } from "../domain/log-memory.ts";
import { linkToCheckpoint, linkToConsistency } from "../links.ts";

const place = "plenaria.log";
const betweenLooksMs = 30_000;
const shouted: readonly LogVerdict[] = ["unsigned", "another-key", "shrank", "rewritten"];

interface Look {
  readonly verdict: LogVerdict;
  readonly before: number | undefined;
  readonly now: number | undefined;
}

export function LogMemory({ vkey }: { readonly vkey: string }) {
  const { t } = useTranslation("audit-log");
  const look = useLook(vkey);
  if (look === undefined) return null;
  const { verdict, before = 0, now = 0 } = look;
  const isLoud = shouted.includes(verdict);
  return (
    <div role={isLoud ? "alert" : undefined}>
      <Panel tone={isLoud ? "danger" : "success"} title={t(`memory.${verdict}.title`)}>
        <p>{t(`memory.${verdict}.text`, { before, now })}</p>
        {isLoud ? <p className="font-semibold">{t("memory.whatToDo")}</p> : null}
      </Panel>
    </div>
  );
}

function useLook(vkey: string): Look | undefined {
  const [seen, setSeen] = useState<Look>();
  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const found = document.hidden ? undefined : await compare(vkey);
      if (found !== undefined && !isGone)
        setSeen((last) => (last !== undefined && shouted.includes(last.verdict) ? last : found));
    };
    void look();
    const timer = setInterval(() => void look(), betweenLooksMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [vkey]);
  return seen;
}

async function compare(vkey: string): Promise<Look | undefined> {
  try {
    const response = await fetch(linkToCheckpoint(), { cache: "no-store" });
    if (!response.ok) return undefined;
    const shown = { vkey, note: await response.text() };
    const remembered = recall();
    const [before, now] = [remembered && checkpointOf(remembered)?.size, checkpointOf(shown)?.size];
    const proof = before === undefined || now === undefined || before > now ? [] : await proofBetween(before, now);
    if (proof === undefined) return undefined;
    const verdict = judgeLog(remembered, shown, proof);
    if (!shouted.includes(verdict)) localStorage.setItem(place, JSON.stringify(shown));
    return { verdict, before, now };
  } catch {
    // Why silent: a network that fails proves nothing against the log.
    return undefined;
  }
}

/** Undefined: nobody answered. An answer that gives no proof is an empty one, which then fails. */
async function proofBetween(from: number, to: number): Promise<string[] | undefined> {
  if (from === to) return [];
  const response = await fetch(linkToConsistency(from, to), { cache: "no-store" });
  if (response.status >= 500) return undefined;
  return response.ok ? ((await response.json()) as { proof: string[] }).proof : [];
}

function recall(): Remembered | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? "null") as Partial<Remembered> | null;
    return typeof kept?.vkey === "string" && typeof kept.note === "string"
      ? { vkey: kept.vkey, note: kept.note }
      : undefined;
  } catch {
    return undefined;
  }
}
