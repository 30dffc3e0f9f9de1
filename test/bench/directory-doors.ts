// The program that the benchmark of the directory asks: both doors, and beside them a bare HTTP and a bare TCP server that say as much.
import { createServer } from "node:http";
import type { Server } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { LiveDirectory } from "#app/modules/directory/index.server.ts";
import { QueryMeter } from "#app/platform/query-meter.server.ts";
import { layGround } from "#app/processes/ground.ts";
import { openRdapDoor } from "#app/processes/rdap.ts";
import { startWhois } from "#app/processes/whois.ts";

const meter = new QueryMeter({ perMinute: 1e9, reducedPerMinute: 0, waitSeconds: 1 });
const laid = await layGround(process.env);
if (!laid.ok) throw new Error(JSON.stringify(laid.error));
const began = performance.now();
const directory = await LiveDirectory.open(laid.value);
const loadSeconds = (performance.now() - began) / 1000;
const door = openRdapDoor(laid.value, directory, meter);
const rdap = createServer((request, response) => void door(request, response));
const many = { mostConnections: 10_000, mostConnectionsOfOne: 10_000 };
const whois = await startWhois(laid.value, directory, { port: 0, meter, ...many });
const words = Buffer.alloc(Number(process.argv[2]), "x");
const bare = createServer((_request, response) => response.end(words));
const bareTcp = createTcpServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", () => socket.end(words));
});
process.send?.({
  ports: { rdap: await portOf(rdap), bare: await portOf(bare), whois: whois.port, bareTcp: await portOf(bareTcp) },
  loadSeconds,
});

function portOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
