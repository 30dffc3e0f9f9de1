// A day of the calendar, written "2026-05-20", in the reader's words. Days of this product are days in UTC.
import { Instant } from "./instant.tsx";

export function Day({ day }: { readonly day: string }) {
  return <Instant at={`${day}T00:00:00.000Z`} precision="day" />;
}
