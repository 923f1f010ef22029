/**
 * Lets a page arrive before it goes on. Web Test Runner leaves the page of a file as soon as its tests have
 * ended; short ones end before the page has loaded, and Playwright then takes one address for an
 * interruption of the other.
 *
 * @param {import('playwright').Page} page
 * @returns {import('playwright').Page} the same page
 */
export function goInTurn(page) {
  const goto = page.goto.bind(page);
  let arrived = Promise.resolve();
  page.goto = (...given) => {
    const going = arrived.then(() => goto(...given));
    // Whoever asked for the first address hears that it failed; that holds up no other.
    arrived = going.then(
      () => undefined,
      () => undefined,
    );
    return going;
  };
  return page;
}
