// Tests reach only this machine. A connection to anywhere else is refused with the address it wanted.
import net from "node:net";

const ours = new Set(["localhost", "::1", "0.0.0.0", "::"]);

let isRefusing = false;

/** Refuses connections that leave this machine, for the rest of this process. */
export function refuseOutsideNetwork(): void {
  if (isRefusing) return;
  isRefusing = true;
  const prototype: { connect: unknown } = net.Socket.prototype;
  const connect = prototype.connect as (...parameters: unknown[]) => net.Socket;
  prototype.connect = function (this: net.Socket, ...parameters: unknown[]): net.Socket {
    const host = hostOf(parameters);
    if (host !== undefined && !ours.has(host) && !host.startsWith("127.")) {
      throw new Error(`Tests do not reach outside this machine; something wanted ${host}.`);
    }
    return Reflect.apply(connect, this, parameters);
  };
}

/** The host of a call of `connect`, in any of its forms; undefined for a socket file and for "this machine". */
function hostOf(parameters: readonly unknown[]): string | undefined {
  const [first, second] = parameters;
  // Why: net.connect hands its parameters over in one array.
  if (Array.isArray(first)) return hostOf(first as unknown[]);
  if (typeof first === "object" && first !== null) return (first as { host?: string | null }).host ?? undefined;
  return typeof second === "string" ? second : undefined;
}
