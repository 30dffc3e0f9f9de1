// Remix's options; vite.config.ts hands them to the Vite plugin. The routes come from the one URL table.
import { listUrls } from "./app/urls.js";

/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  ssr: true,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: true,
  },
  ignoredRouteFiles: ["**/*"],
  async routes(defineRoutes) {
    const urls = await listUrls();
    return defineRoutes((route) => {
      for (const { path, file } of urls) {
        route(path, file, { index: path === "", id: file.replace(/\.tsx?$/, "") });
      }
    });
  },
};
