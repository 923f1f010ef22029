// Runs before the page is painted: who chose another language sees no Dutch first (language.js).
{
  let chosen = null;
  try {
    chosen = window.localStorage.getItem('language');
  } catch {
    // a browser that keeps nothing shows Dutch
  }
  if (['nl-x-formal', 'en', 'de', 'fr'].includes(chosen)) {
    document.documentElement.lang = chosen;
    document.documentElement.classList.add('awaits-words');
  }
}
