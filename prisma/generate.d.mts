/** Generates both database clients if a model changed; answers whether it had to. */
export function generateClients(): boolean;
