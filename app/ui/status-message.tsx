// News that arrives while the page stays, spoken once by screen readers. Keep it on the page; change what is in it.
import { Children } from "react";
import type { ReactNode } from "react";
import { Panel } from "./panel.tsx";

export interface StatusMessageProps {
  readonly tone?: "info" | "success" | "warning" | "danger";
  readonly children?: ReactNode;
}

export function StatusMessage({ tone = "success", children }: StatusMessageProps) {
  // Why not the children themselves: a list of nothings is not nothing.
  const isSilent = Children.toArray(children).length === 0;
  return <div role="status">{isSilent ? null : <Panel tone={tone}>{children}</Panel>}</div>;
}
