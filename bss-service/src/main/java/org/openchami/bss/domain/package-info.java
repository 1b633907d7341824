/** What a boot is made of: nodes, keys that find them, boot parameters, and the iPXE text. Knows no other package. */
package org.openchami.bss.domain;
