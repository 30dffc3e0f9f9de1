// Front door (server).
import type { Ground } from "#app/platform/context.server.ts";
import type { Viewer } from "./index.ts";

export async function findViewer(_ground: Ground, _request: Request): Promise<Viewer | null> {
  return null;
}
