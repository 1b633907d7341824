/** Boot parameters and boot history in PostgreSQL. */
package org.openchami.bss.store;
