// Ionic's code field, focused as soon as it has drawn its inputs.
import { defineCustomElement } from '@ionic/core/components/ion-input-otp.js';

const field = document.querySelector('ion-input-otp');
const drawn = new window.MutationObserver(() => {
  if (!field.querySelector('input')) return;
  drawn.disconnect();
  void field.setFocus();
});
drawn.observe(field, { childList: true, subtree: true });
defineCustomElement();
