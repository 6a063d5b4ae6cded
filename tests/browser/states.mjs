// The states of a citizen's visit, one after the other. `look` is called with the name of each while its page stands.

/** Sends a form of these pairs to an address, as a page of ours would. */
export async function post(page, address, pairs) {
  await page.goto(address);
  const send = ([to, typed]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: to });
    for (const [name, value] of typed) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    form.submit();
  };
  await Promise.all([page.waitForNavigation(), page.evaluate(send, [address, pairs])]);
}

export async function everyState(page, addresses, language, look) {
  const at = (address) => `${address}?lang=${language}`;
  const see = async (name, address) => {
    await page.goto(at(address));
    await look(name);
  };
  const send = async (name, address, ...pairs) => {
    await post(page, at(address), pairs);
    await look(name);
  };
  const [first, second, on] = [["_page", "0"], ["_page", "1"], ["_go", "on"]];
  const key = ["_key", crypto.randomUUID()];
  await see("home", addresses.home);
  await see("first", addresses.survey);
  await page.locator("summary").first().click();
  await look("notice");
  await send("refused", addresses.survey, first, on);
  await send("appeared", addresses.survey, first, on, ["overall", "5"], ["needs", "other"]);
  await send("thanks", addresses.survey, first, on, key, ["overall", "5"]);
  await send("first kept", addresses.survey, first, on, key, ["overall", "1"]);
  await see("invitation", addresses.invitation);
  await send("invitation thanks", addresses.invitation, first, on, ["overall", "4"]);
  await see("answered", addresses.invitation);
  await see("opt-out", addresses["opt-out"]);
  await send("opted out", addresses["opt-out"]);
  await see("unknown link", addresses["unknown link"]);
  await see("closed", addresses.closed);
  await see("kiosk", addresses.kiosk);
  await send("kiosk refused", addresses.kiosk, first, on);
  await send("kiosk thanks", addresses.kiosk, first, on, ["overall", "3"], ["_key", crypto.randomUUID()]);
  await see("kinds 1", addresses.kinds);
  await send("kinds 1 refused", addresses.kinds, first, on);
  await send("kinds 1 appeared", addresses.kinds, first, on, ["starred", "2"]);
  await send("kinds 2", addresses.kinds, first, on, ["starred", "4"]);
  const wrong = [["wishes", "hours"], ["wishes", "online"], ["wishes", "staff"], ["visits", "tante"], ["clarity", "3"], ["clarity_importance", "?"]];
  await send("kinds 2 refused", addresses.kinds, second, on, ["starred", "4"], ...wrong);
}
