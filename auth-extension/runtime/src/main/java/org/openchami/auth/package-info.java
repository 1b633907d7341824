/** What a service's author writes and injects; all else in this extension is out of sight. */
package org.openchami.auth;
