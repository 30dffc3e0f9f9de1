// What the log learns of a request that failed.
import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { incidentOf, noteIncident } from "./incidents.server.ts";

function loggedFor(address: string, params: Record<string, string> = {}): unknown[] {
  const logged: unknown[] = [];
  const log = { error: (about: unknown) => logged.push(about), warn: (about: unknown) => logged.push(about) };
  const context = {
    ground: { log },
    cspNonce: "AAAAAAAAAAAAAAAAAAAAAA==",
    clientAddress: "",
  } as unknown as AppLoadContext;
  noteIncident(new Error("it broke"), new Request(address), context, params);
  expect(incidentOf(context)).toMatchObject({ isForbidden: false });
  return logged;
}

test("the log names the page and never its address, so that no token reaches it", () => {
  for (const ending of ["", ".data", "?_data=x"]) {
    const logged = loggedFor(`http://localhost:3000/reset-password/SECRETTOKEN${ending}`, { token: "SECRETTOKEN" });
    expect(logged).toMatchObject([{ page: "/reset-password/:token", method: "GET", incident: "0000-0000" }]);
    expect(JSON.stringify(logged)).not.toContain("SECRETTOKEN");
  }
});

test("an address that is no page of ours is not repeated either", () => {
  const logged = loggedFor("http://localhost:3000/no-such-page/SECRETTOKEN");
  expect(logged).toMatchObject([{ page: "/no-such-page/…" }]);
});
