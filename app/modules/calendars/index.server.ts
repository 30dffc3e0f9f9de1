// Front door (server): the stages of a process, and whether they let something be done now.
export { judgePublication, publishStages, setStages } from "./commands/set-stages.server.ts";
export type { PublishStagesRefusal, SetStagesInput, SetStagesRefusal } from "./commands/set-stages.server.ts";
export { cancelProcess } from "./commands/cancel-process.server.ts";
export { calendarFeed } from "./domain/calendar-feed.ts";
export type { FeedStage, FeedWish } from "./domain/calendar-feed.ts";
export {
  findCalendar,
  findStages,
  isCalendarPublished,
  isProcessCancelled,
  requireAnnounced,
  listPublishedProcesses,
  requireOver,
  requireStage,
} from "./queries/calendars.server.ts";
export type { AnnouncedRefusal, CalendarView, KeptStage } from "./queries/calendars.server.ts";
export type { StageRefusal } from "./domain/stage-gate.ts";
