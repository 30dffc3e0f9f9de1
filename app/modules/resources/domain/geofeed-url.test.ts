// Which addresses a geofeed file may have.
import { expect, test } from "vitest";
import { readGeofeedUrl } from "./geofeed-url.ts";

test("an https address is kept in its normal form", () => {
  expect(readGeofeedUrl("https://net.example/geo/feed.csv")).toBe("https://net.example/geo/feed.csv");
  expect(readGeofeedUrl("HTTPS://Net.Example:443/a feed.csv")).toBe("https://net.example/a%20feed.csv");
  expect(readGeofeedUrl("https://ñandú.example")).toBe("https://xn--and-6ma2c.example/");
});

test("what is no address, not https, too long, a place inside a page, or has a user name or password is none", () => {
  const others = ["net.example/feed.csv", "http://net.example/feed.csv", "javascript:alert(1)", "https://"];
  const secret = ["https://ana:word@net.example/feed.csv", "https://ana@net.example/feed.csv"];
  for (const text of [...others, ...secret, "https://net.example/#feed", `https://net.example/${"a".repeat(481)}`])
    expect(readGeofeedUrl(text), text).toBeUndefined();
  expect(readGeofeedUrl(`https://net.example/${"ñ".repeat(200)}`)).toBeUndefined();
  expect(readGeofeedUrl(`https://net.example/${"a".repeat(480)}`)).toHaveLength(500);
});
