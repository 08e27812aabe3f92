// For a page that shows one of our tools in a frame: it makes each frame as tall as its content, and nothing else.
//   <iframe src="https://careers.example.org/after/tools/planner/?embed#country=DE" title="Planner"></iframe>
//   <script src="https://careers.example.org/after/assets/embed.js" defer></script>
{
  const HOME = new URL("..", document.currentScript.src);
  const isOurs = (frame) => {
    try {
      return new URL(frame.src, location.href).href.startsWith(HOME.href);
    } catch {
      return false;
    }
  };
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== HOME.origin || typeof data?.afterTheInterview?.height !== "number") return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && isOurs(frame)) frame.style.height = `${Math.ceil(data.afterTheInterview.height)}px`;
    }
  });
}
