// A moment, always in UTC, and in the reader's own zone once the page is awake in her browser.
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { readInstant } from "#app/lib/instants/index.ts";
import { useFormats } from "./use-formats.ts";

export interface InstantProps {
  readonly at: Date | string | number;
  /** "day" leaves out the hour and the reader's zone. */
  readonly precision?: "minute" | "second" | "day";
  /** Leaves out the reader's zone, in dense tables of what has happened; what is still to come is told in both. */
  readonly isUtcOnly?: boolean;
}

export function Instant({ at, precision = "minute", isUtcOnly = false }: InstantProps) {
  const { t } = useTranslation("ui");
  const formats = useFormats();
  const zone = useOwnZone();
  const instant = readInstant(at);
  if (instant === undefined) return null;
  const local =
    zone === undefined || isUtcOnly || precision === "day" ? undefined : formats.besideUtc(instant, zone, precision);
  return (
    // Why the warning is suppressed: the browser's words for a month may be newer than the server's.
    <time dateTime={instant.toISOString()} suppressHydrationWarning>
      {precision === "day" ? formats.day(instant) : formats.moment(instant, precision)}
      {local === undefined ? null : (
        <span className="text-ink-soft"> ({t("instant.local", { local, zone: zoneName(zone) })})</span>
      )}
    </time>
  );
}

/** The reader's time zone, unknown until the page is awake; undefined when it is UTC itself. */
function useOwnZone(): string | undefined {
  const [zone, setZone] = useState<string>();
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own !== "UTC" && own !== "Etc/UTC") setZone(own);
  }, []);
  return zone;
}

function zoneName(zone: string | undefined): string {
  return (zone ?? "").replace(/^.*\//, "").replaceAll("_", " ");
}
