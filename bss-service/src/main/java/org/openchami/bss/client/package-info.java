/** What bss knows of nodes, asked of smd one node at a time. */
package org.openchami.bss.client;
