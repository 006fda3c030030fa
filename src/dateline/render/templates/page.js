// Hover or focus shows where a thing stands on the other side; a click keeps it. Without this script the links still lead there.
(() => {
  const byKey = new Map();
  for (const element of document.querySelectorAll("[data-k]"))
    for (const key of element.dataset.k.split(" ")) byKey.set(key, [...(byKey.get(key) ?? []), element]);
  const card = document.querySelector(".card");
  const narrow = matchMedia("(max-width: 60rem)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let kept = null;

  const clear = () => document.querySelectorAll(".on, .near").forEach((element) => element.classList.remove("on", "near"));
  const show = (keys) => {
    clear();
    keys.forEach((key, n) => {
      for (const element of byKey.get(key) ?? [])
        if (n === 0) element.classList.add("on");
        else if (element.matches(".item")) element.classList.add("near");
    });
  };
  const restore = () => (kept ? show(kept) : clear());
  const keysOf = (element) => {
    const keys = element.dataset.k.split(" ");
    const linked = element.hash?.slice(1);  // in the text: the one that the piece is a link to comes first
    return keys.includes(linked) ? [linked, ...keys.filter((key) => key !== linked)] : keys;
  };
  const reveal = (element) => {
    const panel = element.closest(".panel");
    const behavior = still.matches ? "auto" : "smooth";
    if (panel && !narrow.matches) panel.scrollTo({ top: element.offsetTop - panel.offsetTop - panel.clientHeight / 3, behavior });
    else element.scrollIntoView({ block: "center", behavior });
  };
  const showCard = (keys) => {
    const list = card.querySelector("ul");
    list.replaceChildren();
    for (const key of keys.slice(0, 4)) {
      const item = document.getElementById(key);
      if (!item) continue;
      const copy = item.cloneNode(true);
      copy.removeAttribute("id");
      copy.classList.remove("on", "near");
      const line = document.createElement("li");
      line.className = item.closest("li").className;
      line.append(copy);
      list.append(line);
    }
    card.hidden = !list.children.length;
  };
  const keep = (element) => {
    kept = keysOf(element);
    show(kept);
    const inText = element.matches(".m");
    const other = inText ? document.getElementById(kept[0]) : document.getElementById(element.hash?.slice(1));
    if (inText && narrow.matches) showCard(kept);
    else if (other) reveal(other);
    card.hidden ||= !inText;
    history.replaceState(null, "", `#${kept[0]}`);
  };
  const drop = () => {
    kept = null;
    card.hidden = true;
    clear();
  };

  document.addEventListener("mouseover", (event) => {
    const element = event.target.closest("[data-k]");
    if (element) show(keysOf(element));
    else restore();
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest("[data-k]");
    if (element) show(keysOf(element));
  });
  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-k]");
    if (!element) return event.target.closest(".card button, .text") && drop();
    event.preventDefault();
    keep(element);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return drop();
    const item = event.target.closest?.(".panel .item");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!item || !step) return;
    const items = [...item.closest(".panel").querySelectorAll(".item[href]")].filter((one) => one.offsetParent);
    items[items.indexOf(item) + step]?.focus();
    event.preventDefault();
  });
  const asked = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (asked?.matches("[data-k]")) keep(asked);
})();
