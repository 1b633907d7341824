/** The HTTP interface under {@code /boot/v1}: shapes, status codes and texts as the clients of bss know them. */
package org.openchami.bss.api;
