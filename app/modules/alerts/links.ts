// The addresses of the alerts.

export function linkToAlerts(): string {
  return "/commission/alerts";
}
