// Whose request it is, where Express is not asked: the address before the proxies that are to be believed.
import type { IncomingMessage } from "node:http";

/** The same as `request.ip` of Express with "trust proxy" set to this number. */
export function clientAddressOf(request: IncomingMessage, trustedProxies: number): string {
  const own = request.socket.remoteAddress ?? "";
  if (trustedProxies === 0) return own;
  const header = request.headers["x-forwarded-for"];
  const forwarded = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",").map((each) => each.trim());
  const passed = [own, ...forwarded.filter((each) => each !== "").reverse()];
  return passed[Math.min(trustedProxies, passed.length - 1)] ?? own;
}
