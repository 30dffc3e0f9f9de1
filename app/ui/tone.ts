// What a colour means. Never colour alone: every tone has words or a sign beside it.
import type { IconName } from "./icon.tsx";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const toneIcons: Record<Tone, IconName> = {
  neutral: "info",
  info: "info",
  success: "check",
  warning: "warning",
  danger: "warning",
};
