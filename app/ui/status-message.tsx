// News that arrives while the page stays, spoken once by screen readers. Keep it on the page; change what is in it.
import type { ReactNode } from "react";
import { Panel } from "./panel.tsx";

export interface StatusMessageProps {
  readonly tone?: "info" | "success" | "warning" | "danger";
  readonly children?: ReactNode;
}

export function StatusMessage({ tone = "success", children }: StatusMessageProps) {
  return <div role="status">{children ? <Panel tone={tone}>{children}</Panel> : null}</div>;
}
