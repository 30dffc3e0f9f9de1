// Runs before each file of test/commands: these hold dozens of key ceremonies over the same keys, and a worker lives through many of them.
import { RateLimiterPrisma } from "rate-limiter-flexible";
import { rememberGroups } from "./remembered-arithmetic.ts";

rememberGroups();

// Why: five minutes after a limit was first used the library sweeps its table; by then the test's database is gone, and it would tell another test so.
Object.defineProperty(RateLimiterPrisma.prototype, "_clearExpiredHourAgo", { value: () => undefined });
