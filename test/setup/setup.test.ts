// The ground that tests stand on holds: nothing outside is reached, words on the console are heard, databases are fresh, chance repeats.
import net from "node:net";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#app/platform/database/database.server.ts";
import { expectConsole, takeUnexpectedWords } from "./console.ts";
import { describeOnEachDatabase, testsBegin } from "./databases.ts";
import { seededRandomness } from "./randomness.ts";

describe("the network", () => {
  test("an address outside this machine is refused with its name", () => {
    expect(() => net.connect({ host: "www.example.org", port: 443 })).toThrow("www.example.org");
    expect(() => net.connect(443, "192.0.2.1")).toThrow("192.0.2.1");
  });

  test("fetch cannot leave either", async () => {
    await expect(fetch("http://www.example.org/")).rejects.toThrow("fetch failed");
  });

  test("this machine can be reached", async () => {
    const server = net.createServer((socket) => socket.end("here"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as net.AddressInfo;
    const said = await new Promise((resolve) =>
      net.connect(port, "127.0.0.1").on("data", (bytes) => resolve(String(bytes))),
    );
    expect(said).toBe("here");
    server.close();
  });
});

describe("the console", () => {
  test("an unexpected word is kept against the test", () => {
    console.error("broken: %s", "pipe");
    console.warn("old");
    expect(takeUnexpectedWords()).toEqual(["console.error: broken: pipe", "console.warn: old"]);
  });

  test("an expected word is not", () => {
    expectConsole("error", /broken/);
    console.error("broken pipe");
    expect(takeUnexpectedWords()).toEqual([]);
  });
});

test("randomness is the same for the same seed, and goes on", () => {
  const [first, again, other] = [seededRandomness("a"), seededRandomness("a"), seededRandomness("b")];
  const bytes = first(40);
  expect(again(40)).toEqual(bytes);
  expect(other(40)).not.toEqual(bytes);
  expect(first(40)).not.toEqual(bytes);
});

describeOnEachDatabase("a test's database", (given) => {
  async function countSettings(): Promise<number> {
    const count = await given.database.setting.count();
    await given.database.setting.create({ data: { key: "seen", value: "yes" } });
    return count;
  }

  test("is empty at first", async () => {
    expect(await countSettings()).toBe(0);
  });

  test("is empty for the next test too", async () => {
    expect(await countSettings()).toBe(0);
  });

  test("is shared by the contexts of a test, and so is the clock", async () => {
    const one = given.context();
    const other = given.context({ now: "2026-04-01T00:00:00Z" });
    await one.database.setting.create({ data: { key: "a", value: "b" } });
    expect(await other.database.setting.count()).toBe(1);
    expect(one.clock.now()).toEqual(new Date("2026-04-01T00:00:00Z"));
  });

  test("begins at the same instant", () => {
    expect(given.context().clock.now()).toEqual(testsBegin);
  });

  test("can be opened a second time by its URL", async () => {
    await given.database.setting.create({ data: { key: "a", value: "b" } });
    const second = await openDatabase(given.databaseUrl);
    expect(await second.setting.count()).toBe(1);
    await second.$disconnect();
  });
});
