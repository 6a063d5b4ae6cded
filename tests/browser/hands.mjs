// Whoever has only a keyboard: where the focus is, whether it can be seen, and how it gets further.

const MOST_KEYS = 600;

/** Does what leads to another page and gives its status. */
export async function lead(page, act) {
  const [answer] = await Promise.all([page.waitForNavigation(), act()]);
  return answer.status();
}

/** Where the focus is on a page or in a frame, and whether it can be seen. */
export function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return { kind: "body" };
    const group = at.name ? [...document.getElementsByName(at.name)] : [];
    const marked = [at, at.nextElementSibling, at.closest("label")].filter(Boolean).some((part) => {
      const style = getComputedStyle(part);
      return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
    });
    return { kind: at.type || at.localName, id: at.id, name: at.name || "", value: at.value || "", text: at.textContent.trim().slice(0, 40),
      region: (at.getAttribute("role") === "region" && at.getAttribute("aria-label")) || "",
      within: at.closest("[data-question]")?.id ?? "", link: at.getAttribute("href") ?? "",
      inForm: Boolean(at.closest("#questionnaire")), answered: group.some((input) => input.checked), marked };
  });
}

/** Leads the focus on, types and presses; tells how many keys that took, how many links and buttons, and where the focus could not be seen. */
export function keys(page) {
  const unmarked = new Set();
  const told = { keys: 0, tabs: 0, pages: 0, within: 0 };
  const press = async (key) => {
    told.keys += 1;
    await page.keyboard.press(key);
  };
  /** The innermost: on the page, or in the frame that has the focus. */
  const now = async () => {
    const at = await focused(page);
    if (at.kind !== "iframe") return at;
    const frame = page.frames().find((own) => own !== page.mainFrame());
    return { ...(await focused(frame)), framed: true };
  };
  const tabTo = async (found, key = "Tab") => {
    for (let pressed = 0; pressed < MOST_KEYS; pressed += 1) {
      await press(key);
      told.tabs += 1;
      const at = await now();
      if (at.kind !== "body" && !at.marked) unmarked.add(`${at.kind} ${at.name} ${at.text}`);
      if (found(at)) return at;
    }
    throw new Error(`nothing like ${found} was met on ${page.url()}`);
  };
  const enter = async () => {
    told.pages += 1;
    return lead(page, () => press("Enter"));
  };
  return {
    press, tabTo, enter, now,
    backTo: (found) => tabTo(found, "Shift+Tab"),
    /** A link to a place of the page, or a part that opens: no other page comes. */
    open: async () => {
      told.within += 1;
      await press("Enter");
    },
    type: async (text) => {
      told.keys += [...text].length;
      await page.keyboard.type(text);
    },
    told: () => ({ ...told, unmarked: [...unmarked] }),
  };
}

export async function signInByKeyboard(page, given, { tabTo, enter, type }) {
  const [login, password] = given.account;
  await page.goto(`${new URL(given.addresses.home).origin}/staff/sign-in`);
  await tabTo((at) => at.name === "login");
  await type(login);
  await tabTo((at) => at.name === "password");
  await type(password);
  await enter();
}
