// The calendar as an iCalendar feed (RFC 5545) that people subscribe to in their own calendars.
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { Stage, StageKind } from "./stages.ts";

export interface FeedStage extends Stage {
  /** How often the stage changed: people's calendars take the entry with the highest. */
  readonly sequence: number;
  readonly changedAt: Date;
}

export interface FeedWish {
  readonly processId: string;
  /** The host of this installation: identifiers must be unique in the world and stay the same for ever. */
  readonly host: string;
  readonly title: string;
  /** The page on which the calendar is kept. */
  readonly url: string;
  readonly language: string;
  readonly stages: readonly FeedStage[];
  /** Called off: its entries stay, struck through, because an entry that vanishes stays in people's calendars as it was. */
  readonly isCancelled: boolean;
  readonly nameOf: (kind: StageKind) => string;
  readonly aboutOf: (kind: StageKind) => string;
}

/** The feed's text. Periods last; moments take no time in anybody's day. */
export function calendarFeed(wish: FeedWish): string {
  const calendar = ical({
    name: asText(wish.title),
    prodId: { company: "Plenaria", product: "calendars", language: wish.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: wish.url,
    ttl: 60 * 60,
  });
  for (const stage of wish.stages) {
    const event = calendar.createEvent({
      id: `${stage.kind}.${wish.processId}@${wish.host}`,
      sequence: stage.sequence,
      stamp: stage.changedAt,
      lastModified: stage.changedAt,
      start: stage.opensAt,
      summary: `${wish.nameOf(stage.kind)} · ${wish.title}`,
      description: wish.aboutOf(stage.kind),
      url: wish.url,
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(wish.isCancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    });
    if (stage.closesAt !== null && stage.closesAt > stage.opensAt) event.end(stage.closesAt);
  }
  return calendar.toString();
}

/** The library escapes everything but the calendar's name. Source: RFC 7986 §5.1 and RFC 5545 §3.3.11. */
function asText(title: string): string {
  return title.replace(/[\\;,]/g, "\\$&");
}
