/**
 * Navigates to another page by posting a form.
 *
 * The fields may hold a code or a password. They are only in the value of text inputs, because the
 * value of a hidden input is an attribute, and are removed again before the page is left.
 *
 * @param url An absolute URL.
 */
export function postForm(url: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.hidden = true;
  form.append(...Object.entries(fields).map(([name, value]) => createInput(name, value)));
  document.body.append(form);
  // A field named "submit" or "remove" would shadow the form's own method.
  HTMLFormElement.prototype.submit.call(form);
  Element.prototype.remove.call(form);
}

function createInput(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.name = name;
  input.value = value;
  return input;
}
