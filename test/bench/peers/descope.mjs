// Descope: registers its element.
import '@descope/web-component';
