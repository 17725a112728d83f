<?xml version="1.0" encoding="UTF-8"?>
<!-- Puts included files in their places, at every level (ISO/IEC 19757-3:2016, 5.4.4 and 6.1). -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
  <xsl:template match="@* | node()">
    <xsl:copy><xsl:apply-templates select="@* | node()"/></xsl:copy>
  </xsl:template>
  <xsl:template match="sch:include">
    <xsl:variable name="address" select="resolve-uri(@href, base-uri(.))"/>
    <!-- What is absent is left out, as the product leaves it out and says so. -->
    <xsl:if test="doc-available($address)"><xsl:apply-templates select="doc($address)/*"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
