// Calls a process off: none of its stages lets anything be done from here on. The caller checks who may, and writes its own act into the log.
import type { ContextWithin } from "#app/platform/context.server.ts";

export async function cancelProcess(
  within: ContextWithin,
  { processId, at }: { readonly processId: string; readonly at: Date },
): Promise<void> {
  await within.database.cancelledProcess.create({ data: { processId, cancelledAt: at } });
  // Why: people's own calendars take a changed entry only with a higher count.
  await within.database.calendar.updateMany({
    where: { processId },
    data: { sequence: { increment: 1 }, changedAt: at },
  });
  await within.database.calendarStage.updateMany({
    where: { processId },
    data: { sequence: { increment: 1 }, changedAt: at },
  });
}
