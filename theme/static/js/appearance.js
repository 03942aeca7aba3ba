// Applies the appearance the reader chose before, ahead of the first paint. Storage may be forbidden.
try {
  const chosen = localStorage.getItem("appearance");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Then the page follows the device.
}
