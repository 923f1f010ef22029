// Ionic's code field, focused as soon as it can be.
import { defineCustomElement } from '@ionic/core/components/ion-input-otp.js';

defineCustomElement();
const field = document.querySelector('ion-input-otp');
await field.componentOnReady();
await field.setFocus();
