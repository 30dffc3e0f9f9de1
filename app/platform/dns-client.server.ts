// Asks one DNS server one question: over UDP, and over TCP where the answer is cut short. Source: RFC 1035 §4.2, RFC 7766 §5, RFC 5452 §9
// (an answer counts only if number, question and address are those that were asked).
import { createSocket } from "node:dgram";
import { connect, isIPv6 } from "node:net";
import { decode, encode, streamEncode } from "dns-packet";
import type { DecodedPacket, Packet, RecordType } from "dns-packet";
import type { RandomBytes } from "./randomness.server.ts";

export interface DnsQuestion {
  readonly name: string;
  readonly type: RecordType;
}

/** Where and how long: tests ask servers on ports of their own. */
export interface DnsServer {
  readonly address: string;
  readonly port: number;
  readonly timeoutMs: number;
}

export type DnsFailure = "timeout" | "connection-refused" | "unreachable" | "malformed";
export type DnsOutcome = { readonly answer: DecodedPacket } | { readonly failure: DnsFailure };

/** Asks twice where nothing comes back: a datagram may be lost. Never throws for what a server does. */
export async function askDnsServer(server: DnsServer, question: DnsQuestion, random: RandomBytes): Promise<DnsOutcome> {
  const [high = 0, low = 0] = random(2);
  const packet: Packet = { type: "query", id: high * 256 + low, flags: 0, questions: [{ ...question, class: "IN" }] };
  let outcome: DnsOutcome = { failure: "timeout" };
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    outcome = await askByUdp(server, packet);
    if (!("failure" in outcome) || outcome.failure !== "timeout") break;
  }
  return "answer" in outcome && outcome.answer.flag_tc ? askByTcp(server, packet) : outcome;
}

function askByUdp({ address, port, timeoutMs }: DnsServer, packet: Packet): Promise<DnsOutcome> {
  return new Promise((resolve) => {
    const socket = createSocket(isIPv6(address) ? "udp6" : "udp4");
    const end = (outcome: DnsOutcome) => {
      clearTimeout(timer);
      socket.close();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ failure: "timeout" }), timeoutMs);
    socket.once("error", (error) => end({ failure: failureOf(error) }));
    socket.on("message", (message) => {
      const answer = readAnswer(() => decode(message), packet);
      // Why it waits on: what does not answer this question may be somebody else's, sent to be believed.
      if (answer !== undefined) end({ answer });
    });
    // Why connected: only then the system says that nothing listens, and takes datagrams from this address alone.
    socket.connect(port, address, () => socket.send(encode(packet)));
  });
}

function askByTcp({ address, port, timeoutMs }: DnsServer, packet: Packet): Promise<DnsOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const end = (outcome: DnsOutcome) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ failure: "timeout" }), timeoutMs);
    const parts: Buffer[] = [];
    socket.once("connect", () => socket.write(streamEncode(packet)));
    socket.once("error", (error) => end({ failure: failureOf(error) }));
    socket.once("end", () => end({ failure: "malformed" }));
    socket.on("data", (part) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.length < 2 || all.length < all.readUInt16BE(0) + 2) return;
      const answer = readAnswer(() => decode(all, 2), packet);
      end(answer === undefined ? { failure: "malformed" } : { answer });
    });
  });
}

function readAnswer(read: () => DecodedPacket, asked: Packet): DecodedPacket | undefined {
  try {
    const answer = read();
    const [question] = answer.questions ?? [];
    const [wanted] = asked.questions ?? [];
    const isMine = answer.type === "response" && answer.id === asked.id;
    const isSame = question?.name.toLowerCase() === wanted?.name.toLowerCase() && question?.type === wanted?.type;
    return isMine && isSame ? answer : undefined;
  } catch {
    // Why: whoever can send a datagram can send nonsense.
    return undefined;
  }
}

function failureOf(error: Error): DnsFailure {
  return (error as { code?: string }).code === "ECONNREFUSED" ? "connection-refused" : "unreachable";
}
